package io.callport.config;

import io.callport.kafka.settings.DeadlineSettings;
import io.callport.switchboard.Limits;
import io.callport.switchboard.RetryPolicy;

/**
 * The settings for the treatment of commands.
 *
 * @param deadline the time that commands have
 * @param limits the most commands that are held at once
 * @param retry the attempts of a request, and the time between them
 */
public record CommandConfig(DeadlineSettings deadline, Limits limits, RetryPolicy retry) {}
