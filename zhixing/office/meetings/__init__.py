"""The shape of a meeting: notice, roll, presence, topics one by one, votes, resolutions, sealed minutes.

It knows no regulation: what a kind of meeting asks for is given by the regulation that registers the kind.
"""
