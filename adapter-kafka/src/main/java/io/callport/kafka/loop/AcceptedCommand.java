package io.callport.kafka.loop;

import io.callport.kafka.command.CommandContext;
import io.callport.kafka.partition.PartitionProgress;
import io.callport.kafka.tracing.CommandTrace;

/**
 * Where a command in the switchboard came from.
 *
 * @param command what its result needs to know
 * @param progress its partition's
 * @param offset its record's
 * @param trace what follows it
 */
record AcceptedCommand(CommandContext command, PartitionProgress progress, long offset, CommandTrace trace) {}
