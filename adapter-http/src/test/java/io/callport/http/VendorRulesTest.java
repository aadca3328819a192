package io.callport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callport.account.Budget;
import io.callport.http.settings.VendorRules;
import org.junit.jupiter.api.Test;

class VendorRulesTest {
    @Test
    void onlyWhatVendorsDocumentIsAssumed() {
        assertThat(VendorRules.vendors()).containsExactly("7moor", "callbot", "nxlink");
        assertThat(VendorRules.of("7moor")).isEqualTo(new VendorRules(Budget.parse("20/PT1M"), false, false));
        assertThat(VendorRules.of("callbot")).isEqualTo(new VendorRules(Budget.UNLIMITED, false, true));
        assertThat(VendorRules.of("nxlink")).isEqualTo(new VendorRules(Budget.UNLIMITED, true, true));
    }

    @Test
    void anotherVendorIsRefusedWithThoseThereAre() {
        assertThatThrownBy(() -> VendorRules.of("acme"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("vendor: must be one of [7moor, callbot, nxlink]");
    }
}
