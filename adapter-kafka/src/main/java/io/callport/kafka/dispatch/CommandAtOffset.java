package io.callport.kafka.dispatch;

import io.callport.kafka.command.CommandContext;
import io.callport.kafka.partition.PartitionProgress;
import io.callport.kafka.tracing.CommandTrace;
import java.util.Map;

/**
 * A command that was read, with the place of its record.
 *
 * @param context the parts of the command that its result needs
 * @param progress the progress of the record's partition
 * @param offset the record's offset
 * @param trace the trace that follows the command
 */
public record CommandAtOffset(CommandContext context, PartitionProgress progress, long offset, CommandTrace trace) {
    /** A copy whose result carries a trace's headers. */
    CommandAtOffset traced(Map<String, String> headers) {
        return headers.isEmpty() ? this : new CommandAtOffset(context.traced(headers), progress, offset, trace);
    }
}
