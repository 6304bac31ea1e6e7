# SPDX-License-Identifier: GPL-3.0-or-later
# The manual page and the completions are written by the program itself, from the rows of its
# commands, when it is built; `cmake --install` puts them where man and the shells look.
set(BS_GENERATED ${PROJECT_BINARY_DIR}/generated)
file(MAKE_DIRECTORY ${BS_GENERATED})
add_custom_command(TARGET bseries POST_BUILD VERBATIM
  COMMAND sh -c "\"$1\" help --man >\"$2/bseries.1\" && \"$1\" completion bash >\"$2/bseries\" && \"$1\" completion zsh >\"$2/_bseries\" && \"$1\" completion fish >\"$2/bseries.fish\""
          sh $<TARGET_FILE:bseries> ${BS_GENERATED})
install(FILES ${BS_GENERATED}/bseries.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES ${BS_GENERATED}/bseries
        DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
install(FILES ${BS_GENERATED}/_bseries DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions)
install(FILES ${BS_GENERATED}/bseries.fish
        DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
