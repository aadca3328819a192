package io.callport.system.crash.process;

import java.time.Instant;

/**
 * A period in which a process was frozen.
 *
 * @param instance which
 * @param from when it stood still for certain
 * @param until when it was about to be woken
 */
public record FreezePeriod(int instance, Instant from, Instant until) {}
