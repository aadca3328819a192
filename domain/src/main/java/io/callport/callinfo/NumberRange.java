package io.callport.callinfo;

import io.callport.query.Parameters;
import org.jspecify.annotations.Nullable;

/**
 * A range of whole numbers, as Callbot's {@code turnTime} and {@code callDuration} (NXCloud wiki, listOrder). The unit
 * of a duration is not documented.
 *
 * @param gt the number below the range: numbers in it are greater
 * @param lt the number above the range: numbers in it are less
 * @param enable whether the vendor is to use the range; {@code true} if a command does not say
 */
public record NumberRange(@Nullable Integer gt, @Nullable Integer lt, Boolean enable) {
    /** @throws IllegalArgumentException if {@code gt} is more than {@code lt} */
    public NumberRange {
        if (gt != null && lt != null && gt > lt) {
            throw new IllegalArgumentException("gt: must not be more than lt");
        }
        enable = Parameters.orElse(enable, true);
    }
}
