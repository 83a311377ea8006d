"""What the words mean: pure rules and entities, no tools, no clock."""

from programme.zones import use_pinned

use_pinned()
