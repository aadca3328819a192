package io.callport.observability.log;

import ch.qos.logback.core.PropertyDefinerBase;
import java.util.Locale;
import java.util.Set;

/**
 * Defines a level for {@code logback.xml}, which by itself would read a mistyped level as DEBUG. {@link LineEncoder}
 * reports the mistyped level. One thread owns an instance.
 */
public final class LogLevel extends PropertyDefinerBase {
    private static final Set<String> NAMES = Set.of("ERROR", "WARN", "INFO", "DEBUG", "TRACE", "OFF");

    private String level = "";
    private String defaultLevel = "INFO";

    /** Sets the wanted level, in upper or lower case. */
    public void setLevel(String name) {
        level = name;
    }

    /** Sets the level that is used if the wanted level does not exist. */
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
