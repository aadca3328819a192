package io.callport.webhook.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.io.AbstractConnection;
import org.eclipse.jetty.io.ByteArrayEndPoint;
import org.eclipse.jetty.io.Connection;
import org.junit.jupiter.api.Test;

/** Beyond the most connections, the one whose client has kept the server waiting longest is closed. */
class ClientConnectionsTest {
    private final ClientConnections connections = new ClientConnections();

    @Test
    void theClientThatIsWaitedForLongestGivesWay() {
        List<Connection> opened = new ArrayList<>();
        for (int i = 0; i < ClientConnections.MAX; i++) {
            opened.add(open());
        }
        connections.serving(opened.get(0).getEndPoint());
        connections.serving(opened.get(1).getEndPoint());
        connections.waiting(opened.get(1).getEndPoint());
        Connection newest = open();

        assertThat(opened.stream().filter(it -> !it.getEndPoint().isOpen())).containsExactly(opened.get(2));
        assertThat(newest.getEndPoint().isOpen()).isTrue();
        assertThat(connections.open()).isEqualTo(ClientConnections.MAX);
    }

    @Test
    void aClosedConnectionCountsNoLonger() {
        Connection served = open();
        Connection silent = open();
        connections.serving(served.getEndPoint());
        connections.onClosed(served);
        connections.onClosed(silent);

        assertThat(connections.open()).isZero();
    }

    private Connection open() {
        Connection connection = new AbstractConnection(new ByteArrayEndPoint(), Runnable::run) {
            @Override
            public void onFillable() {}
        };
        connections.onOpened(connection);
        return connection;
    }
}
