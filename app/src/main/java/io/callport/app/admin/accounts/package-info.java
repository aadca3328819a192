/**
 * How what the loop knows of accounts is written: as JSON for programs, as a table for people. Nothing is asked or decided
 * here, and no secret gets here.
 */
@NullMarked
package io.callport.app.admin.accounts;

import org.jspecify.annotations.NullMarked;
