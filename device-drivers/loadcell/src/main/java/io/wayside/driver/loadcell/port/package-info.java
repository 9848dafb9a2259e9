// SPDX-License-Identifier: Apache-2.0
/** What a converter is wired to, so that a scripted chip can take its place. */
@NullMarked
package io.wayside.driver.loadcell.port;

import org.jspecify.annotations.NullMarked;
