package io.callport.config;

import io.callport.kafka.settings.DeadlineSettings;
import io.callport.switchboard.Limits;
import io.callport.switchboard.Retries;

/**
 * The settings for the treatment of commands.
 *
 * @param deadline how long commands live
 * @param limits how many commands are held at once
 * @param retry how often a request is tried again
 */
public record CommandConfig(DeadlineSettings deadline, Limits limits, Retries retry) {}
