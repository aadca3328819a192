package io.callport.app.config.file;

import io.callport.account.Account;
import io.callport.account.Budget;
import io.callport.account.Secret;
import io.callport.app.yaml.Form;
import io.callport.signing.SigningSecret;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How single values are written in {@code callport.yaml}. */
final class Forms {
    static final Form<Duration> DURATION = duration(Duration.ofMillis(1));
    static final Form<Duration> DURATION_OR_NONE = duration(Duration.ZERO);
    static final Form<String> TOPIC = matching(
            "(?!\\.{1,2}$)[a-zA-Z0-9._-]{1,249}", "must be a topic's name: 1 to 249 letters, digits, '.', '_' and '-'");
    static final Form<String> HOST =
            matching("[A-Za-z0-9._:%-]{1,255}", "must be a host name or an IP address, as in 127.0.0.1");
    static final Form<String> NOT_BLANK = matching("(?s).*\\S.*", "must not be blank");
    static final Form<Account> ACCOUNT = text -> worded(Account::parse, text);
    static final Form<Budget> BUDGET = text -> worded(Budget::parse, text);
    static final Form<Secret> SECRET = Forms::secret;
    static final Form<Integer> SIZE = Forms::size;

    private static final Duration LONGEST = Duration.ofDays(1);
    private static final Pattern SIZED = Pattern.compile("(\\d{1,10})(KiB|MiB)?");

    private Forms() {}

    static Form<Integer> number(int least, int most) {
        return text -> {
            try {
                int number = Integer.parseInt(text);
                if (number >= least && number <= most) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // said below
            }
            throw new IllegalArgumentException("must be a whole number from " + least + " to " + most);
        };
    }

    static <T> Form<T> choice(Map<String, T> choices) {
        return text -> {
            T chosen = choices.get(text);
            if (chosen == null) {
                throw new IllegalArgumentException("must be " + String.join(" or ", new TreeSet<>(choices.keySet())));
            }
            return chosen;
        };
    }

    private static Form<String> matching(String pattern, String remedy) {
        Pattern compiled = Pattern.compile(pattern);
        return text -> {
            if (!compiled.matcher(text).matches()) {
                throw new IllegalArgumentException(remedy);
            }
            return text;
        };
    }

    private static Form<Duration> duration(Duration least) {
        return text -> {
            try {
                Duration duration = Duration.parse(text);
                if (duration.compareTo(least) >= 0 && duration.compareTo(LONGEST) <= 0) {
                    return duration;
                }
            } catch (DateTimeParseException e) {
                // said below, without the value
            }
            throw new IllegalArgumentException("must be an ISO-8601 duration from " + least + " to P1D, as in PT30S");
        };
    }

    private static int size(String text) {
        Matcher parts = SIZED.matcher(text);
        if (parts.matches()) {
            String unit = parts.group(2);
            long factor = unit == null ? 1 : unit.equals("KiB") ? 1024 : 1024 * 1024;
            long bytes = Long.parseLong(parts.group(1)) * factor;
            if (bytes >= 1024 && bytes <= 1024 * 1024 * 1024) {
                return (int) bytes;
            }
        }
        throw new IllegalArgumentException("must be a size from 1KiB to 1024MiB, as in 16MiB");
    }

    private static Secret secret(String text) {
        worded(SigningSecret::of, text);
        return Secret.of(text);
    }

    /** The domain's messages begin with the field's name, which the key says already. */
    private static <T> T worded(Function<String, T> parse, String text) {
        try {
            return parse.apply(text);
        } catch (IllegalArgumentException e) {
            String message = String.valueOf(e.getMessage()).replaceFirst("^[a-z]+: ", "");
            throw new IllegalArgumentException(message, e);
        }
    }
}
