package io.callport.vendor.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnownSecretsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"swordfish", "HWHp9xFVlbboxIU2S6DHA7sf9sGzt3", "a/b+c=d&e f%g", "quo\"te\\d", "密码天王盖地虎", "hunter"
            })
    void aSecretIsMaskedInEveryForm(String secret) {
        KnownSecrets known = KnownSecrets.of(secret);
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        String url = URLEncoder.encode(secret, StandardCharsets.UTF_8);
        String hex = HexFormat.of().formatHex(bytes);
        for (String form : List.of(secret, url, url.replace("+", "%20"), hex, hex.toUpperCase(Locale.ROOT))) {
            assertThat(known.mask("wrong " + form + "!")).as(form).isEqualTo("wrong ***!");
            assertThat(known.mask(form)).isEqualTo("***");
        }
        for (String before : List.of("", "a", "ab", "user:", "user:1", "user:12")) {
            byte[] behind = (before + secret + "x").getBytes(StandardCharsets.UTF_8);
            assertThat(known.mask("Basic " + Base64.getEncoder().encodeToString(behind)))
                    .contains("***");
            assertThat(known.mask("Basic " + Base64.getUrlEncoder().encodeToString(behind)))
                    .contains("***");
        }
    }

    @Test
    void aShortSecretIsMaskedAsAWord() {
        KnownSecrets known = KnownSecrets.of("abc");
        assertThat(known.mask("abc is abc, not abcd nor xabc (abc)")).isEqualTo("*** is ***, not abcd nor xabc (***)");
    }

    @Test
    void valuesAreMaskedAsTheyAre() {
        KnownSecrets known = KnownSecrets.of("swordfish").and(List.of("0123456789ABCDEF", ""));
        assertThat(known.mask("sign 0123456789ABCDEF of swordfish")).isEqualTo("sign *** of ***");
    }

    @Test
    void aTextWithoutASecretIsTheSame() {
        String text = "nothing here";
        assertThat(KnownSecrets.of("swordfish").mask(text)).isSameAs(text);
    }
}
