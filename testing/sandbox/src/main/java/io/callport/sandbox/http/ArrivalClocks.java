package io.callport.sandbox.http;

import java.time.Clock;
import java.util.function.LongSupplier;

/**
 * The clocks by which requests arrive.
 *
 * @param clock the time of day, which the {@code Date} header shows too
 * @param nanoClock nanoseconds that never go back
 */
public record ArrivalClocks(Clock clock, LongSupplier nanoClock) {}
