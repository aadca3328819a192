package io.callport.http.reply;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.vendor.secrets.KnownSecrets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretMaskTest {
    private final SecretMask mask = new SecretMask(KnownSecrets.of("swordfish"));

    @Test
    void hidesThisRequestsSecrets() {
        assertThat(mask.show("wrong key swordfish!", 100)).isEqualTo("wrong key ***!");
    }

    @Test
    void nothingMovesTheCursorOrTurnsAround() {
        assertThat(mask.show("a\u001b[2J b\u009b31m c\u202e d\u2028e 牛😀", 100)).isEqualTo("a [2J b 31m c  d e 牛😀");
    }

    @ParameterizedTest
    @CsvSource({
        "boom password=123456Aa here, boom password=*** here",
        "passwd: hunter2, passwd: ***",
        "{\"token\": \"abc.def\"}, {\"token\": \"***\"}",
        "accessToken=abc&x=1, accessToken=***&x=1",
        "SECRET = k9, SECRET = ***",
        "the password is wrong, the password is wrong"
    })
    void hidesWhatIsNamedLikeASecret(String said, String shown) {
        assertThat(mask.show(said, 100)).isEqualTo(shown);
    }
}
