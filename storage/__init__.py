"""What is kept, and how it leaves. It never knows what a JPEG is."""
