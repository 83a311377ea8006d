# One-off kind answers. Each stands alone as a message.

note-went-wrong = Something went wrong on my side, and your last message did not get through. Nothing you told me before is lost. Please try once more in a while.
