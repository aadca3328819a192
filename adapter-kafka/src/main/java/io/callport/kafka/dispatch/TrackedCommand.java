package io.callport.kafka.dispatch;

import io.callport.kafka.command.CommandContext;
import io.callport.kafka.partition.PartitionProgress;
import io.callport.kafka.tracing.CommandTrace;
import java.util.Map;

/**
 * A command that was read, and the record that it came in.
 *
 * @param context what its result needs to know
 * @param progress how far the record's partition has come
 * @param offset the record's offset
 * @param trace follows the command
 */
public record TrackedCommand(CommandContext context, PartitionProgress progress, long offset, CommandTrace trace) {
    /** The same command, whose result carries a trace's headers. */
    TrackedCommand traced(Map<String, String> headers) {
        return headers.isEmpty() ? this : new TrackedCommand(context.traced(headers), progress, offset, trace);
    }
}
