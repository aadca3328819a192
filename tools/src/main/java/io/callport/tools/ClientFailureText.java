package io.callport.tools;

import io.callport.kafka.settings.ClientSettings;
import io.callport.tools.shell.CauseText;
import java.util.Comparator;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Says why a client of Kafka's does not open, without the values that could be secrets. */
final class ClientFailureText {
    /** The words of Kafka's clients for any failure to open them. */
    private static final Pattern WRAPPER = Pattern.compile("Failed to (construct|create new) ");

    private static final Pattern VALUE = Pattern.compile("Invalid value .{0,5000}? for configuration ", Pattern.DOTALL);
    private static final Pattern SHOWN = Pattern.compile(".*(location|mechanism|protocol|servers|type|classes?|id)$");
    private static final int MIN_SECRET = 4;

    private ClientFailureText() {}

    static String of(RuntimeException failure, ClientSettings settings) {
        Throwable cause = failure;
        while (cause.getCause() != null
                && WRAPPER.matcher(String.valueOf(cause.getMessage())).lookingAt()) {
            cause = cause.getCause();
        }
        String text = VALUE.matcher(CauseText.of(cause)).replaceAll("wrong value of ");
        for (String secret : secrets(settings)) {
            text = text.replace(secret, "[hidden]");
        }
        return text;
    }

    private static Iterable<String> secrets(ClientSettings settings) {
        return Stream.of(settings.common(), settings.consumer(), settings.producer())
                .flatMap(properties -> properties.entrySet().stream())
                .filter(property -> !SHOWN.matcher(property.getKey()).matches())
                .map(Map.Entry::getValue)
                .map(String::valueOf)
                .filter(value -> value.length() >= MIN_SECRET)
                .sorted(Comparator.comparingInt(String::length).reversed()) // one may be the beginning of another
                .toList();
    }
}
