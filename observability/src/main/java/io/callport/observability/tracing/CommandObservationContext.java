package io.callport.observability.tracing;

import io.callport.account.Account;
import io.callport.kafka.tracing.TracedCommand;
import io.micrometer.observation.transport.ReceiverContext;
import org.jspecify.annotations.Nullable;

/**
 * The context of {@code callport.command}, for an application's own conventions and handlers. The loop's thread writes
 * the context; the threads of requests may record the request that the command shares.
 */
public final class CommandObservationContext extends ReceiverContext<TracedCommand.Headers> {
    private final String topic;
    private final String vendor;
    private final String query;
    private final Account account;
    private final String commandId;
    private String outcome = Outcomes.NONE;
    private volatile @Nullable String sharedRequest;

    CommandObservationContext(TracedCommand command, String vendor) {
        super((headers, name) -> headers.get(name));
        setCarrier(command.headers());
        setRemoteServiceName("kafka");
        this.topic = command.topic();
        this.vendor = vendor;
        this.query = command.query();
        this.account = command.account();
        this.commandId = command.id();
    }

    /** The topic from which the command was read. */
    public String topic() {
        return topic;
    }

    /** The vendor of the account; {@code unknown} if no account of that vendor is configured. */
    public String vendor() {
        return vendor;
    }

    /** The name of the query; {@code none} if no such query exists. */
    public String query() {
        return query;
    }

    /** The account to ask, as named by the command. */
    public Account account() {
        return account;
    }

    /** The id that the publisher gave the command, or else the place of its first publication. */
    public String commandId() {
        return commandId;
    }

    /**
     * The outcome: {@code answered}, the reason of the refusal, {@code handed-over} to another instance, or
     * {@code none} while the command goes on.
     */
    public String outcome() {
        return outcome;
    }

    /**
     * The {@code traceparent} of the request that the command shares with an earlier command; {@code null} if the
     * command shares none.
     */
    public @Nullable String sharedRequest() {
        return sharedRequest;
    }

    void ended(String how) {
        outcome = how;
    }

    void sharesRequest(@Nullable String traceparent) {
        sharedRequest = traceparent;
    }

    /** Releases the record, once the parent of the observation is known. */
    void releaseRecord() {
        setCarrier(name -> null);
    }
}
