# make CC="asyncc cc": nothing else is special.
CFLAGS = -Wall -Wextra -O1 $(shell pkg-config --cflags asyncc)
LDLIBS = $(shell pkg-config --libs --static asyncc)
objects = app.o part.o plain.o

app: $(objects)
	$(CC) $(CFLAGS) $(LDFLAGS) $(objects) $(LDLIBS) -o $@

%.o: %.c
	$(CC) $(CFLAGS) -MMD -MP -c $< -o $@

-include $(objects:.o=.d)
