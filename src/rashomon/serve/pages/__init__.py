"""The pages of a served desk: made from the templates of the exported page, without a request to anywhere else."""

from __future__ import annotations
