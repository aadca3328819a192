package io.callport.observability.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.AbstractConnection;
import org.eclipse.jetty.io.ByteArrayEndPoint;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.junit.jupiter.api.Test;

class ClientConnectionsTest {
    private static final int MAX = 256;
    private static final int MAX_UNREAD = 16;

    private long nanos;
    private final ClientConnections connections = new ClientConnections(() -> nanos);

    @Test
    void theClientThatKeepsTheServerWaitingLongestGivesWay() {
        List<EndPoint> open = open(MAX);
        assertThat(open).allMatch(EndPoint::isOpen);

        connections.serving(open.get(0));
        connections.reading(open.get(1)); // has just got its page
        EndPoint newest = open();

        assertThat(closed(open)).containsExactly(open.get(2));
        assertThat(newest.isOpen()).isTrue();
    }

    @Test
    void thereIsAlwaysRoomForOneMore() {
        for (int i = 0; i < 10_000; i++) {
            assertThat(open().isOpen()).isTrue();
        }
    }

    @Test
    void aClientThatTheServerKeepsWaitingGivesWayOnlyWhereAllDo() {
        List<EndPoint> open = open(MAX);
        for (EndPoint client : open) {
            nanos++;
            connections.serving(client);
        }
        assertThat(open().isOpen()).isTrue();
        assertThat(closed(open)).containsExactly(open.get(0));
    }

    @Test
    void aClosedConnectionTakesNoRoom() {
        for (int i = 0; i < MAX; i++) {
            Connection connection = connection();
            connections.onOpened(connection);
            connections.onClosed(connection);
        }
        List<EndPoint> open = open(MAX);
        assertThat(open).allMatch(EndPoint::isOpen);
    }

    @Test
    void pagesThatAreNotReadAreBounded() {
        List<EndPoint> open = open(MAX_UNREAD + 3);
        for (EndPoint client : open) {
            nanos++;
            connections.serving(client);
            connections.writing(client);
        }
        assertThat(closed(open)).containsExactlyElementsOf(open.subList(0, 3));
    }

    @Test
    void aClientThatKeepsTheServerWaitingTooLongIsLeft() {
        EndPoint silent = open();
        EndPoint unread = open();
        connections.writing(unread);
        EndPoint served = open();
        connections.serving(served);
        nanos += Duration.ofSeconds(30).toNanos() - 2; // the age of the first is exactly 30 s
        connections.closeOverdue();
        assertThat(List.of(silent, unread, served)).allMatch(EndPoint::isOpen);

        nanos += TimeUnit.SECONDS.toNanos(1);
        EndPoint young = open();
        connections.closeOverdue();
        assertThat(closed(List.of(silent, unread, served, young))).containsExactly(silent, unread);
    }

    private List<EndPoint> open(int count) {
        List<EndPoint> open = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            open.add(open());
        }
        return open;
    }

    private EndPoint open() {
        nanos++;
        Connection connection = connection();
        connections.onOpened(connection);
        return connection.getEndPoint();
    }

    private static List<EndPoint> closed(List<EndPoint> endPoints) {
        return endPoints.stream().filter(endPoint -> !endPoint.isOpen()).toList();
    }

    private static Connection connection() {
        return new AbstractConnection(new ByteArrayEndPoint(), Runnable::run) {
            @Override
            public void onFillable() {}
        };
    }
}
