"""Strategies: what may help with an urge, as data, by what smoking gave, by situation, by place and minutes."""

from programme.strategies.catalogue import CATALOGUE, strategy
from programme.strategies.fitting import fitting
from programme.strategies.strategy import Function, Place, Strategy

__all__ = ["CATALOGUE", "Function", "Place", "Strategy", "fitting", "strategy"]
