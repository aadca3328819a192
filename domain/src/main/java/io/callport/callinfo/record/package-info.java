/**
 * Records of manual calls (话单), as answers tell of them. No query lives here.
 */
@NullMarked
package io.callport.callinfo.record;

import org.jspecify.annotations.NullMarked;
