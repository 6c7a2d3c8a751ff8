"""The shape of a public notice (公示): reviewed text, a period in working days, objections, each one answered.

It knows no regulation: what a kind of notice asks for is given by the regulation that registers the kind.
"""
