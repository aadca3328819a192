package io.callport.vendor.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTextsTest {
    private static final String SECRET = "hunter2";

    /** Texts with a secret in the place of {@code §}. */
    static Stream<String> secrets() {
        return Stream.of(
                "password is §",
                "The password is §.",
                "your password was §!",
                "password: §",
                "password=§",
                "password = §",
                "password:=§",
                "password => '§'",
                "password -> §",
                "pwd=§",
                "PWD=§;Server=db",
                "pass: §",
                "sipPass=§",
                "pass word: §",
                "api key: §",
                "API key is §",
                "access key = §",
                "apiKey=§",
                "x-api-key: §",
                "secret§0 password '§'".replace("§0", ""),
                "wrong password \"§\"",
                "wrong password § for 1001",
                "boom password=§ here",
                "user=1001&password=§&x=1",
                "https://vendor.example/a?token=§&b=1",
                "https://vendor.example/a?b=1&access_token=§",
                "https://user:§@vendor.example/a",
                "see https://user:§@vendor.example",
                "sip:1001:§@10.0.0.1:5060",
                "amqp://user:a§@10.0.0.1/x",
                "token%3D§%26x",
                "Authorization: Bearer §",
                "Authorization: Basic §",
                "Authorization: §",
                "authorization=Bearer §",
                "\"Authorization\":\"Bearer §\"",
                "Authorization: Digest username=\"1\", response=\"§\"",
                "sent Bearer §abc3 to us",
                "Basic dXNlcjpwYXNz§=",
                "{\"password\":\"§\"}",
                "{\"a\":1,\"sipPass\" : \"§\",\"b\":2}",
                "{\"pass\":12§34}",
                "{'token':'§'}",
                "{\"credentials\":{\"user\":\"1001\",\"a\":\"§\"}}",
                "{\"tokens\":[\"§\",\"b\"]}",
                "{\\\"password\\\":\\\"§\\\"}",
                "{\"password\":\"a\\\"§\"}",
                "{\"password\":\"§",
                "password=a,b§",
                "password: \"a b §\"",
                "<password>§</password>",
                "<sip:Password type=\"x\">§</sip:Password>",
                "<pwd><![CDATA[§]]></pwd>",
                "password\n: §",
                "login failed (password=§)",
                "login failed [token: §], try again",
                "密码是§",
                "您的密码是§，请修改",
                "密码为§请修改",
                "密码：§",
                "密码:§",
                "登录密码=§",
                "口令是§",
                "密钥：“§”",
                "令牌 §9",
                "授权码为§",
                "\"密码\":\"§\"",
                "SIP密码：§；",
                "pwd为§",
                "token：§",
                "-----BEGIN RSA PRIVATE KEY-----\nMIIE§\n-----END RSA PRIVATE KEY-----",
                "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.§");
    }

    @ParameterizedTest
    @MethodSource("secrets")
    void aSecretIsMasked(String text) {
        assertThat(SecretTexts.mask(text.replace("§", SECRET))).contains("***").doesNotContain(SECRET);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ok",
                "the password is wrong",
                "The password is incorrect.",
                "password is required",
                "password: must have at least 8 characters",
                "password incorrect",
                "password expired",
                "Incorrect signature",
                "token expired",
                "token invalid, please log in again",
                "password: null",
                "password=null",
                "tokenCount=7",
                "token count: 5",
                "passed: 12",
                "compass: north",
                "12 passengers: 4",
                "keyword=hello",
                "author: Ann Lee",
                "authorName=Ann",
                "key=number-pool",
                "Basic information is missing",
                "Basic auth-info",
                "bearer channel",
                "密码错误",
                "密码不正确",
                "密码为空",
                "密码是错误的",
                "密码错误次数：3",
                "授权时间：2026-01-01",
                "https://vendor.example:8080/a@b",
                "https://vendor.example/a?page=2&name=x",
                "sip:1001@10.0.0.1:5060",
                "mail bob@example.com: hello",
                "{\"number\":\"1001\",\"passed\":true}",
                "<a href=\"x\">12</a>",
                "a: b, c = d; e is f"
            })
    void whatIsNoSecretStays(String text) {
        assertThat(SecretTexts.mask(text)).isEqualTo(text);
    }

    @Test
    void nothingButTheSecretIsMasked() {
        assertThat(SecretTexts.mask("{\"user\":\"1001\",\"password\":\"hunter2\",\"line\":\"a\"}"))
                .isEqualTo("{\"user\":\"1001\",\"password\":\"***\",\"line\":\"a\"}");
        assertThat(SecretTexts.mask("pwd=a1&user=b; token: c3, next")).isEqualTo("pwd=***&user=b; token: ***, next");
        assertThat(SecretTexts.mask("https://u:p@h/x?token=t#f y")).isEqualTo("https://u:***@h/x?token=*** y");
        assertThat(SecretTexts.mask("您的密码是abc1，请修改")).isEqualTo("您的密码是***，请修改");
        assertThat(SecretTexts.mask("Authorization: Bearer abc next")).isEqualTo("Authorization: *** next");
    }

    /**
     * Every pattern, repeated to a megabyte, in time that grows with the length only: a second where a square takes
     * hours.
     */
    @Timeout(300)
    @ParameterizedTest
    @ValueSource(
            strings = {
                "password",
                "password ",
                "password=",
                "password: \"",
                "pass:",
                "\"token\":",
                "{\"token\":{",
                "sip:",
                "://",
                "://a:",
                "<a ",
                "<a:b",
                ":a",
                "密码",
                "密码是",
                "是",
                "\\",
                "\\\"",
                "a ",
                "a.b-c_d",
                "Bearer ",
                "eyJ.",
                "=",
                "token%3D",
                "-----BEGIN PRIVATE KEY-----",
                "<![CDATA[",
                "<pwd>",
                "authorization digest ",
                "token,",
                "token=a,b;c"
            })
    void aLongTextCostsWhatItsLengthCosts(String part) {
        String text = part.repeat(1_000_000 / part.length());
        assertThat(SecretTexts.mask(text)).isNotNull();
        assertThat(SecretTexts.mask("x " + text + "\" end")).isNotNull();
    }
}
