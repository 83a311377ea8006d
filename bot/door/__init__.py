"""The door in: updates are stored, admitted, looked at for danger and handled in order."""
