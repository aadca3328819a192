package io.callport.http.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callport.account.Budget;
import java.net.URI;
import org.junit.jupiter.api.Test;

class VendorProfileTest {
    @Test
    void onlyWhatVendorsDocumentIsAssumed() {
        assertThat(VendorProfile.vendors()).containsExactly("7moor", "callbot", "nxlink");
        assertThat(VendorProfile.of("7moor"))
                .isEqualTo(new VendorProfile(
                        "7moor", URI.create("https://v7openapi.7moor.com"), Budget.parse("20/PT1M"), false));
        assertThat(VendorProfile.of("callbot"))
                .isEqualTo(
                        new VendorProfile("callbot", URI.create("https://nxbot.nxcloud.com"), Budget.UNLIMITED, true));
        assertThat(VendorProfile.of("nxlink")).isEqualTo(new VendorProfile("nxlink", null, Budget.UNLIMITED, true));
    }

    @Test
    void anotherVendorIsRefusedWithThoseThereAre() {
        assertThatThrownBy(() -> VendorProfile.of("acme"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("vendor: must be one of [7moor, callbot, nxlink]");
    }
}
