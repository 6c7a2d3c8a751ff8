"""The pages of 印章管理 (17)."""
