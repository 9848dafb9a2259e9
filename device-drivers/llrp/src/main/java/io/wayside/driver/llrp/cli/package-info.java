// SPDX-License-Identifier: Apache-2.0
/** The verb {@code wayside llrp}: frames as JSON and back. */
@NullMarked
package io.wayside.driver.llrp.cli;

import org.jspecify.annotations.NullMarked;
