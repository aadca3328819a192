package io.callport.kafka.dispatch;

import io.callport.account.Account;
import io.callport.account.Budget;
import io.callport.catalog.Queries;
import io.callport.execution.RequestExecutor;
import io.callport.kafka.command.CommandReading;
import io.callport.kafka.partition.OwnedPartitions;
import io.callport.kafka.result.AnswerJson;
import io.callport.kafka.settings.KafkaSettings;
import io.callport.kafka.state.AccountSnapshot.Inherited;
import io.callport.kafka.state.LoopListener;
import io.callport.kafka.tracing.CommandTrace;
import io.callport.memory.AnswerMemory;
import io.callport.query.Ports;
import io.callport.query.QueryFailure;
import io.callport.query.Reason;
import io.callport.switchboard.Command;
import io.callport.switchboard.Effects;
import io.callport.switchboard.LaneSnapshot;
import io.callport.switchboard.Request;
import io.callport.switchboard.Result;
import io.callport.switchboard.Settings;
import io.callport.switchboard.SpentSlots;
import io.callport.switchboard.Switchboard;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The switchboard, with the requests in flight: accepts commands, starts the requests that they need, and returns each
 * command's result. The dispatcher outlives sessions, and forgets the commands of partitions that are not owned any
 * more. One thread owns the dispatcher.
 */
public final class Dispatcher implements AutoCloseable {
    private static final Duration FAR = Duration.ofDays(1);

    private final Switchboard<CommandAtOffset> switchboard;
    private final Duration startDelay;
    private final RequestRunner runner;
    private final AnswerMemory memory;
    private final OwnedPartitions partitions;
    private final LoopListener listener;
    private final SafeTracing tracing;
    private final SplittableRandom random = new SplittableRandom();
    private final InheritedSlotCounts inherited = new InheritedSlotCounts();
    private Set<Account> changed = new LinkedHashSet<>();

    /**
     * Makes a dispatcher without commands.
     *
     * @param partitions the partitions whose commands count
     * @param memory the memory of answers: requests wait where there is none for their answers
     */
    public Dispatcher(
            KafkaSettings settings,
            Function<String, Ports> ports,
            OwnedPartitions partitions,
            LoopListener listener,
            SafeTracing tracing,
            AnswerMemory memory) {
        this.memory = memory;
        Settings forSwitchboard = new Settings(
                settings.accounts()::get,
                settings.processing().limits(),
                settings.processing().retries(),
                settings.processing().requestTimeout());
        this.switchboard = new Switchboard<>(forSwitchboard, new SecureRandom().nextLong());
        this.startDelay = forSwitchboard.startDelay();
        this.runner = new RequestRunner(
                ports,
                tracing,
                AnswerJson.with(settings.sipPasswords(), settings.vendorFields()),
                settings.processing().limits().maxRequests(),
                memory);
        this.partitions = partitions;
        this.listener = listener;
        this.tracing = tracing;
    }

    /** Accepts a command, which gets exactly one result. */
    public void accept(CommandAtOffset command, CommandReading.Accepted reading, LoopTime now) {
        long deadline = now.nanosAt(reading.deadline());
        Account account = command.context().account();
        switchboard.accept(
                new Command<>(command, account, reading.query(), deadline, reading.maxAge(), reading.weight()),
                now.nanos());
    }

    /**
     * Hands ended requests to the switchboard; returns its results, the requests to start, and when to call this again.
     */
    public Effects<CommandAtOffset> advance(LoopTime now) {
        for (RequestRunner.Ended ended = runner.poll(); ended != null; ended = runner.poll()) {
            switchboard.ended(ended.request(), ended.outcome(), RequestRunner.weight(ended.outcome()), ended.at());
            changed.add(ended.request().account());
            report(ended);
        }
        Effects<CommandAtOffset> effects = switchboard.advance(now.nanos(), random.nextDouble(), memory.maxStarts());
        return new Effects<>(effects.requests(), owned(effects.results()), effects.wakeAt());
    }

    /** The results of commands whose partitions are still owned. */
    private List<Result<CommandAtOffset>> owned(List<Result<CommandAtOffset>> results) {
        List<Result<CommandAtOffset>> owned = new ArrayList<>(results.size());
        for (Result<CommandAtOffset> result : results) {
            CommandAtOffset command = result.command().attachment();
            if (partitions.owns(command.progress())) {
                owned.add(result);
            } else {
                tracing.handedOver(command.trace());
            }
        }
        return owned;
    }

    /** Starts a request that spends of no budget. */
    public void start(Request request) {
        start(request, System.nanoTime() + FAR.toNanos());
    }

    /**
     * Starts a request that was announced, unless the announcement is too long ago by the time the request would start:
     * the next owner of its account counts on that limit.
     *
     * @param at the time of the announcement, on the monotonic clock
     */
    public void startAnnounced(Request request, long at) {
        start(request, at + startDelay.toNanos());
    }

    private void start(Request request, long notAfter) {
        runner.start(request, notAfter, tracesOf(request));
    }

    /** Ends a request that was planned and will not start. */
    public void drop(Request request, String why) {
        switchboard.ended(request, RequestExecutor.notMade(why), 0, System.nanoTime());
        changed.add(request.account());
        listener.requestDropped(request.account());
    }

    /** Returns the accounts whose slots have changed since the last call, because requests ended or were dropped. */
    public Set<Account> drainChanged() {
        Set<Account> drained = changed;
        changed = new LinkedHashSet<>();
        return drained;
    }

    /** Forgets every command of a partition that is not owned any more. Requests in flight go on. */
    public void forgetOthers() {
        switchboard
                .forget(command -> !partitions.owns(command.progress()), System.nanoTime())
                .forEach(command -> tracing.handedOver(command.trace()));
    }

    /** The slots that an account has spent of its budget, at that time on the monotonic clock. */
    public List<SpentSlots> spent(Account account, long now) {
        return switchboard.spentSlots(account, now);
    }

    /**
     * Counts the slots that an account spent on another instance.
     *
     * @param why the reason why they count, in words
     */
    public void restore(Account account, Budget budget, List<SpentSlots> spent, String why, long now) {
        switchboard.restore(account, spent, now);
        inherited.put(account, budget, spent, why, now);
    }

    /** The slots that accounts had spent when they were taken over and that still count, by account. */
    public Map<Account, Inherited> inherited(LoopTime now) {
        return inherited.at(now.nanos());
    }

    /** Snapshots of all lanes that are not idle, by account. */
    public Map<Account, LaneSnapshot> lanes(LoopTime now) {
        return switchboard.snapshot(now.nanos()).stream().collect(Collectors.toMap(LaneSnapshot::account, it -> it));
    }

    /** Prevents the start of any further request. */
    public void stop() {
        switchboard.stop();
    }

    /** Whether the switchboard holds as many commands as it may. */
    public boolean full() {
        return switchboard.full();
    }

    /** The bytes that the commands without a result take. */
    public long commandWeight() {
        return switchboard.commandWeight();
    }

    /** The bytes that the answers take which are cached for commands with {@code maxAge}. */
    public long answerWeight() {
        return switchboard.answerWeight();
    }

    public int requestsInFlight() {
        return switchboard.requestsInFlight();
    }

    @Override
    public void close() {
        runner.close();
    }

    private void report(RequestRunner.Ended ended) {
        Request request = ended.request();
        if (ended.outcome().equals(RequestRunner.TOO_LATE)) {
            listener.requestDropped(request.account());
            return;
        }
        QueryFailure failure = ended.outcome().failure();
        Reason reason = failure == null ? null : failure.reason();
        listener.requestEnded(Queries.nameOf(request.query()), request.account(), request.attempt(), reason);
    }

    private List<CommandTrace> tracesOf(Request request) {
        return tracing.isOff()
                ? List.of()
                : switchboard.attachments(request, SafeTracing.MAX_COMMANDS).stream()
                        .map(CommandAtOffset::trace)
                        .toList();
    }
}
