package io.callport.system.crash.process;

import java.time.Instant;

/**
 * A period in which a process was frozen.
 *
 * @param instance the frozen instance
 * @param from the time from which the process certainly stood still
 * @param until the time just before the process was woken
 */
public record FreezePeriod(int instance, Instant from, Instant until) {}
