package io.callport.config;

import io.callport.kafka.settings.DeadlineSettings;
import io.callport.switchboard.Limits;
import io.callport.switchboard.Retries;

/**
 * How commands are treated.
 *
 * @param deadline how long they live
 * @param limits how many are held at once
 * @param retry how often a request is tried again
 */
public record CommandConfig(DeadlineSettings deadline, Limits limits, Retries retry) {}
