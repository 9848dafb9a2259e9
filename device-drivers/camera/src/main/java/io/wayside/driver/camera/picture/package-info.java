// SPDX-License-Identifier: Apache-2.0
/** Pictures as bytes: masked, scaled, made a coarse grey grid. Pure. */
@NullMarked
package io.wayside.driver.camera.picture;

import org.jspecify.annotations.NullMarked;
