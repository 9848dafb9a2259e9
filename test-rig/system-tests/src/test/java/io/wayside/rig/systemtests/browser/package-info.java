// SPDX-License-Identifier: Apache-2.0
/**
 * A small driver of a real browser over the Chrome DevTools Protocol, and the pages seen with it.
 */
@NullMarked
package io.wayside.rig.systemtests.browser;

import org.jspecify.annotations.NullMarked;
