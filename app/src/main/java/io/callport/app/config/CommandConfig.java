package io.callport.app.config;

import io.callport.kafka.DeadlineSettings;

/**
 * How commands are treated.
 *
 * @param deadline how long they live
 * @param limits how many are held at once
 * @param retry how often a request is tried again
 */
public record CommandConfig(DeadlineSettings deadline, LimitsConfig limits, RetryConfig retry) {}
