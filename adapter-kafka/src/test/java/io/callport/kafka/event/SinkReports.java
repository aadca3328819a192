package io.callport.kafka.event;

import io.callport.account.Account;
import io.callport.event.EventType;
import io.callport.kafka.state.EventSinkListener;
import java.io.Closeable;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what the sink reports, one line each. */
final class SinkReports implements EventSinkListener {
    final List<String> lines = new CopyOnWriteArrayList<>();

    @Override
    public void eventPublished(EventType<?> type, Account account, Duration took) {
        lines.add("published " + type.name() + " " + account + " " + took);
    }

    @Override
    public void eventRefused(EventType<?> type, Account account, Refusal why) {
        lines.add("refused " + why.code());
    }

    @Override
    public void eventPublishedLate(EventType<?> type, Account account) {
        lines.add("late");
    }

    @Override
    public void eventOversized(EventType<?> type, Account account, long bytes) {
        lines.add("oversized " + bytes);
    }

    @Override
    public void producerOpened(Closeable producer) {
        lines.add("opened");
    }

    @Override
    public void producerClosed(Closeable producer) {
        lines.add("closed");
    }
}
