// SPDX-License-Identifier: Apache-2.0
/** Numbered pictures in a folder. */
@NullMarked
package io.wayside.driver.camera.folder;

import org.jspecify.annotations.NullMarked;
