"""Makes marketing plans whose figures are consistent."""
