package io.callport.kafka.loop;

import io.callport.kafka.message.Envelope;
import io.callport.kafka.progress.Progress;
import io.callport.kafka.trace.CommandTrace;

/**
 * Where a command in the switchboard came from.
 *
 * @param command what its result needs to know
 * @param progress its partition's
 * @param offset its record's
 * @param trace what follows it
 */
record Asked(Envelope command, Progress progress, long offset, CommandTrace trace) {}
