package io.callport.config.file;

import io.callport.account.Account;
import io.callport.account.Budget;
import io.callport.account.Durations;
import io.callport.account.Secret;
import io.callport.config.schema.ValueFormat;
import io.callport.signing.SigningSecret;
import java.time.Duration;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The formats of single values in {@code callport.yaml}. */
final class ValueFormats {
    static final ValueFormat<Duration> DURATION = duration(Duration.ofMillis(1));
    static final ValueFormat<Duration> DURATION_OR_NONE = duration(Duration.ZERO);
    static final ValueFormat<String> TOPIC = matching(
            "(?!\\.{1,2}$)[a-zA-Z0-9._-]{1,249}", "a topic's name: 1 to 249 letters, digits, '.', '_' and '-'");
    static final ValueFormat<String> HOST =
            matching("[A-Za-z0-9._:%-]{1,255}", "a host name or an IP address, as in 127.0.0.1");
    static final ValueFormat<String> HOST_NAME =
            matching("[A-Za-z0-9_](?:[A-Za-z0-9_.-]{0,253})", "a host name without scheme and port, as in callport");
    static final ValueFormat<String> ACCOUNT_ID =
            matching("[A-Za-z0-9._-]{1,128}", "1 to 128 letters, digits, '.', '_' and '-'");
    static final ValueFormat<String> NOT_BLANK = matching("(?s).*\\S.*", "text that is not blank");
    static final ValueFormat<Account> ACCOUNT =
            ValueFormat.of("vendor:key, as in 7moor:2000103", text -> withoutFieldName(Account::parse, text));
    static final ValueFormat<Budget> BUDGET = ValueFormat.of(
            "N/W, as in 20/1m or 20/PT1M, or none; N from 1 to 1000000, W from PT0.001S to P1D",
            text -> withoutFieldName(Budget::parse, text));
    static final ValueFormat<Secret> SECRET = ValueFormat.of(
                    "text, quoted where YAML reads a number", ValueFormats::secret)
            .asText();
    static final ValueFormat<Integer> SIZE = size(1024, "16MiB");

    /** A number of bytes, or a share of the heap. */
    static final ValueFormat<Long> MEMORY = memory(Runtime.getRuntime().maxMemory());

    private static final Pattern SIZED = Pattern.compile("(\\d{1,10})(KiB|MiB)?");
    private static final Pattern MEMORY_SIZED = Pattern.compile("(\\d{1,9})(KiB|MiB|GiB|%)?");

    private ValueFormats() {}

    static ValueFormat<Integer> number(int least, int most) {
        return format("a whole number from " + least + " to " + most, text -> {
            try {
                int number = Integer.parseInt(text);
                return number >= least && number <= most ? number : null;
            } catch (NumberFormatException e) {
                return null;
            }
        });
    }

    static <T> ValueFormat<T> choice(Map<String, T> choices) {
        return format(String.join(" or ", new TreeSet<>(choices.keySet())), choices::get);
    }

    /** A secret of a form of its own; its message never shows the text. */
    static ValueFormat<Secret> secret(String pattern, String wanted) {
        Pattern compiled = Pattern.compile(pattern);
        return format(wanted, (String text) -> compiled.matcher(text).matches() ? Secret.of(text) : null)
                .asText();
    }

    private static ValueFormat<String> matching(String pattern, String wanted) {
        Pattern compiled = Pattern.compile(pattern);
        return format(wanted, text -> compiled.matcher(text).matches() ? text : null);
    }

    private static ValueFormat<Duration> duration(Duration least) {
        Duration longest = Duration.ofDays(1);
        return format("a duration from " + least + " to P1D, as in 30s or PT30S", text -> {
            try {
                Duration duration = Durations.parse(text);
                return duration.compareTo(least) >= 0 && duration.compareTo(longest) <= 0 ? duration : null;
            } catch (IllegalArgumentException e) {
                return null;
            }
        });
    }

    /** A number of bytes from 1 KiB to so many MiB. */
    static ValueFormat<Integer> size(int mostMib, String example) {
        return format("a size from 1KiB to " + mostMib + "MiB, as in " + example, text -> {
            Matcher parts = SIZED.matcher(text);
            if (!parts.matches()) {
                return null;
            }
            String unit = parts.group(2);
            long factor = unit == null ? 1 : unit.equals("KiB") ? 1024 : 1024 * 1024;
            long bytes = Long.parseLong(parts.group(1)) * factor;
            return bytes >= 1024 && bytes <= mostMib * 1024L * 1024 ? (int) bytes : null;
        });
    }

    static ValueFormat<Long> memory(long heap) {
        return format(
                "a size from 8MiB to 1024GiB, as in 400MiB, or a share of the heap from 5% to 80%, as in 40%",
                text -> {
                    Matcher parts = MEMORY_SIZED.matcher(text);
                    if (!parts.matches()) {
                        return null;
                    }
                    long number = Long.parseLong(parts.group(1));
                    String unit = parts.group(2) == null ? "" : parts.group(2);
                    if (unit.equals("%")) {
                        return number >= 5 && number <= 80 ? (Long) Math.max(1, heap / 100 * number) : null;
                    }
                    long bytes = number
                            * switch (unit) {
                                case "KiB" -> 1L << 10;
                                case "MiB" -> 1L << 20;
                                case "GiB" -> 1L << 30;
                                default -> 1L;
                            };
                    return bytes >= 8L << 20 && bytes <= 1L << 40 ? (Long) bytes : null;
                });
    }

    /** A format whose parser returns {@code null} for a wrong text; its message never shows the text. */
    private static <T> ValueFormat<T> format(String wanted, Function<String, @Nullable T> parser) {
        return ValueFormat.of(wanted, text -> {
            T value = parser.apply(text);
            if (value == null) {
                throw new IllegalArgumentException("must be " + wanted);
            }
            return value;
        });
    }

    private static Secret secret(String text) {
        if (text.codePoints().anyMatch(ValueFormats::isInvisible)) {
            throw new IllegalArgumentException(
                    "must have no invisible characters, such as a byte order mark or a zero-width"
                            + " space; write it again instead of copying it");
        }
        withoutFieldName(SigningSecret::of, text);
        return Secret.of(text);
    }

    private static boolean isInvisible(int character) {
        int type = Character.getType(character);
        return type == Character.FORMAT || (type == Character.CONTROL && !Character.isWhitespace(character));
    }

    /**
     * Drops the field's name from a message: the domain's messages begin with the field's name, which the key says
     * already.
     */
    static <T> T withoutFieldName(Function<String, T> parse, String text) {
        try {
            return parse.apply(text);
        } catch (IllegalArgumentException e) {
            String message = String.valueOf(e.getMessage()).replaceFirst("^[a-z]+: ", "");
            throw new IllegalArgumentException(message, e);
        }
    }
}
