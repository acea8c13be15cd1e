"""What is made of a quotation: whose it is, how sure that is, where and when it was said."""
