package io.callport.webhook.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.callport.webhook.fixture.Callbacks;
import io.callport.webhook.message.WebhookRequest;
import io.callport.webhook.route.RoutedPath;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is refused takes the steps of what is accepted: they are counted, and no time is measured. */
class StepsTest {
    private final List<String> steps = new ArrayList<>();
    private final CallbackVerifier verifier = new CallbackVerifier(Callbacks.ACCOUNTS, new VerificationSteps() {
        @Override
        public void digested(int bytes) {
            steps.add("digested " + bytes);
        }

        @Override
        public void compared(int bytes) {
            steps.add("compared " + bytes);
        }
    });

    @Test
    void anUnknownAccountTakesTheStepsOfAWrongSignature() {
        WebhookRequest call = Callbacks.callbot("call", Callbacks.CALL);
        List<String> right = steps(call, true);
        assertThat(right).hasSize(2);
        assertThat(steps(Callbacks.with(call, "sign", "0".repeat(32)), false)).isEqualTo(right);
        assertThat(steps(Callbacks.with(call, "uuid", "nobody"), false)).isEqualTo(right);

        WebhookRequest record = Callbacks.nxlink(Callbacks.RECORD);
        List<String> rightRecord = steps(record, true);
        assertThat(steps(Callbacks.with(record, "sign", "0".repeat(32)), false)).isEqualTo(rightRecord);
        assertThat(steps(Callbacks.with(record, "accesskey", "nobody"), false)).isEqualTo(rightRecord);
    }

    @Test
    void anUnconfiguredTokenTakesTheStepsOfAWrongOne() {
        WebhookRequest right = Callbacks.token(Callbacks.TOKEN, Callbacks.RECORD);
        List<String> accepted = steps(right, true);
        assertThat(accepted).hasSize(2);
        String wrong = "x".repeat(Callbacks.TOKEN.length());
        assertThat(steps(Callbacks.with(right, "token", wrong), false)).isEqualTo(accepted);
        assertThat(steps(Callbacks.at(right, "/webhooks/nxlink/" + Callbacks.NXLINK.key() + "/record"), false))
                .isEqualTo(accepted);
        assertThat(steps(Callbacks.at(right, "/webhooks/nxlink/nobody/record"), false))
                .isEqualTo(accepted);
    }

    @Test
    void anUnconfiguredPathSecretTakesTheStepsOfAWrongOne() {
        List<String> accepted = steps(Callbacks.moor(Callbacks.STATE), true);
        assertThat(accepted).hasSize(2);
        String wrong = "x".repeat(Callbacks.PATH_SECRET.length());
        assertThat(steps(Callbacks.moor(Callbacks.MOOR_ID, wrong, ""), false)).isEqualTo(accepted);
        assertThat(steps(Callbacks.moor("2000104", Callbacks.PATH_SECRET, ""), false))
                .isEqualTo(accepted);
        assertThat(steps(Callbacks.moor("nobody", Callbacks.PATH_SECRET, ""), false))
                .isEqualTo(accepted);
    }

    private List<String> steps(WebhookRequest request, boolean authentic) {
        steps.clear();
        RoutedPath path = RoutedPath.of(request.target());
        Claim claim = verifier.claim(path, request.headers());
        boolean proven = !claim.refused() && claim.proof().test(request.body());
        assertThat(proven).isEqualTo(authentic);
        assertThat(claim.toString() + path + request)
                .doesNotContain(Callbacks.PATH_SECRET, Callbacks.TOKEN, Callbacks.CALLBOT_SECRET);
        return List.copyOf(steps);
    }

    @Test
    void aPathSecretIsReadRaw() {
        assertThat(RoutedPath.of("/webhooks/7moor/a%2Fb/c%64").secret()).isEqualTo("c%64".getBytes(UTF_8));
        assertThat(RoutedPath.of("/webhooks/7moor/a%2Fb/c%64").account()).isEqualTo("a%2Fb");
    }
}
