/**
 * The two forms of the loop's knowledge of accounts: JSON for programs, and a table for people. Nothing is asked or
 * decided here, and no secret reaches this package.
 */
@NullMarked
package io.callport.app.admin.accounts;

import org.jspecify.annotations.NullMarked;
