// SPDX-License-Identifier: Apache-2.0
/** Where pictures come from: opened, read one by one, closed. */
@NullMarked
package io.wayside.driver.camera.feed;

import org.jspecify.annotations.NullMarked;
