package io.callport.webhook.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The bytes before verification have a bound, at which the slowest body gives way. */
class UnverifiedBodiesTest {
    private final UnverifiedBodies bodies = new UnverifiedBodies(100);
    private final List<String> gaveWay = new ArrayList<>();

    @Test
    void theBodyThatIsReadForLongestGivesWayAndNeverTheNewcomer() {
        bodies.add(body("first"), 40);
        bodies.add(body("second"), 40);
        bodies.add(body("newcomer"), 90);

        assertThat(gaveWay).containsExactly("first", "second");
        assertThat(bodies.held()).isEqualTo(90);
    }

    @Test
    void aBodyThatGrowsKeepsItsPlace() {
        UnverifiedBodies.Body first = body("first");
        bodies.add(first, 10);
        bodies.add(body("second"), 40);
        bodies.add(first, 60);

        assertThat(gaveWay).containsExactly("first");
        assertThat(bodies.held()).isEqualTo(40);
    }

    @Test
    void whatIsRemovedIsHeldNoLonger() {
        UnverifiedBodies.Body first = body("first");
        bodies.add(first, 60);
        bodies.remove(first);
        bodies.remove(first);

        assertThat(bodies.held()).isZero();
        assertThat(gaveWay).isEmpty();
    }

    @Test
    void atAStopAllGiveWay() {
        bodies.add(body("first"), 0);
        bodies.close();
        bodies.add(body("late"), 0);

        assertThat(gaveWay).containsExactly("first", "late");
        assertThat(bodies.held()).isZero();
    }

    private UnverifiedBodies.Body body(String name) {
        return new UnverifiedBodies.Body() {
            @Override
            public void giveWay() {
                gaveWay.add(name);
            }
        };
    }
}
