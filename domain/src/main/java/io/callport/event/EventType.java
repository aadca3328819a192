package io.callport.event;

import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A kind of event with its name on the wire: one line of the catalogue.
 *
 * @param name the name that a published event has, {@code call-info.call}: two words joined by a dot
 * @param vendor the vendor family that pushes it
 * @param about a description of the event for people, in a few words
 * @param data the record of the event's data; its components are the event's {@code data}
 * @param subject the id in the data that the event is about, such as a call's: events with the same id keep their
 *     order. {@code null} where the vendor sent none
 * @param <D> the event's data
 */
public record EventType<D extends Record>(
        String name, String vendor, String about, Class<D> data, Function<D, @Nullable String> subject) {
    private static final Pattern NAME = Pattern.compile("[a-z]+(-[a-z]+)*\\.[a-z]+(-[a-z]+)*");

    /** @throws IllegalArgumentException if the name is not of its form */
    public EventType {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("event: a name is two words joined by a dot, as in call-info.call");
        }
    }
}
