package io.callport.observability.log;

import ch.qos.logback.core.PropertyDefinerBase;
import java.util.Locale;
import java.util.Set;

/**
 * A level for {@code logback.xml}, which alone would read a mistyped one as DEBUG. {@link LineEncoder} says that it is mistyped.
 * One thread owns it.
 */
public final class LogLevel extends PropertyDefinerBase {
    private static final Set<String> NAMES = Set.of("ERROR", "WARN", "INFO", "DEBUG", "TRACE", "OFF");

    private String level = "";
    private String defaultLevel = "INFO";

    /** Sets the level that was asked for, in any case. */
    public void setLevel(String name) {
        level = name;
    }

    /** Sets the level that is used if there is none of that name. */
    public void setDefaultLevel(String name) {
        defaultLevel = name;
    }

    @Override
    public String getPropertyValue() {
        return isKnown(level) ? level : defaultLevel;
    }

    static boolean isKnown(String name) {
        return NAMES.contains(name.toUpperCase(Locale.ROOT));
    }
}
