package io.callport.observability.tracing;

import io.callport.account.Account;
import io.callport.kafka.tracing.TracedCommand;
import io.micrometer.observation.transport.ReceiverContext;
import org.jspecify.annotations.Nullable;

/**
 * The context of {@code callport.command}, for conventions and handlers of an application's own. The loop's thread writes it;
 * threads of requests may note which request it shares.
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

    /** The topic that it was read from. */
    public String topic() {
        return topic;
    }

    /** The account's vendor; {@code unknown} if no account of it is configured. */
    public String vendor() {
        return vendor;
    }

    /** The query's name; {@code none} where there is no such query. */
    public String query() {
        return query;
    }

    /** The account to ask, as the command names it. */
    public Account account() {
        return account;
    }

    /** The publisher's id of the command, or else where it was published first. */
    public String commandId() {
        return commandId;
    }

    /** {@code answered}, the refusal's reason, {@code handed-over} to another instance, or {@code none} yet. */
    public String outcome() {
        return outcome;
    }

    /** The {@code traceparent} of the request that it shares with a command before it; {@code null} if it does not. */
    public @Nullable String sharedRequest() {
        return sharedRequest;
    }

    void ended(String how) {
        outcome = how;
    }

    void sharesRequest(@Nullable String traceparent) {
        sharedRequest = traceparent;
    }

    /** Lets go of the record, once the parent is known. */
    void letGo() {
        setCarrier(name -> null);
    }
}
