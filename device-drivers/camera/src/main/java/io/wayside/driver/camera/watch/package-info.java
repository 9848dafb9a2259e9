// SPDX-License-Identifier: Apache-2.0
/** Whether a camera still shows what it is to show. Pure; time is passed in. */
@NullMarked
package io.wayside.driver.camera.watch;

import org.jspecify.annotations.NullMarked;
