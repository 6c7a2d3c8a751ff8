"""What the buttons of a matter page send; the acts behind them are the office's."""

from zhixing.office.matters.pressed import ACTS, Pressed

__all__ = ["ACTS", "Pressed"]
