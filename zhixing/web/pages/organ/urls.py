"""The pages of 机构 and of the three officers, under the names of the desk."""

from django.urls import path

from zhixing.web.pages.organ import (
    accounts,
    audit,
    calendar,
    delegations,
    hand_over,
    importing,
    parameter,
    parameters,
    people,
    portfolios,
    posts,
    rights,
)

urlpatterns = [
    path("people/", people.people, name="organ_people"),
    path("people/<int:number>/", people.person, name="organ_person"),
    path("people/<int:number>/hand-over/", hand_over.hand_over_page, name="organ_hand_over"),
    path("sections/", people.sections, name="organ_sections"),
    path("posts/", posts.posts, name="organ_posts"),
    path("portfolios/", portfolios.portfolios, name="organ_portfolios"),
    path("import/", importing.choose, name="organ_import"),
    path("import/template/", importing.blank, name="organ_import_template"),
    path("import/enter/", importing.enter, name="organ_import_enter"),
    path("delegations/", delegations.delegations, name="organ_delegations"),
    path("delegations/new/", delegations.new, name="organ_delegation_new"),
    path("delegations/<int:number>/revoke/", delegations.take_back, name="organ_delegation_revoke"),
    path("calendar/", calendar.calendar, name="organ_calendar"),
    path("calendar/correct/", calendar.correct, name="organ_calendar_correct"),
    path("calendar/notice/", calendar.notice, name="organ_calendar_notice"),
    path("parameters/", parameters.parameters, name="organ_parameters"),
    path("parameters/<int:number>/decide/", parameter.decide_value, name="organ_parameter_decide"),
    path("parameters/<int:number>/withdraw/", parameter.withdraw_value, name="organ_parameter_withdraw"),
    path("parameters/<str:number>/<str:name>/", parameter.parameter, name="organ_parameter"),
    path(
        "parameters/<str:number>/<str:name>/propose/", parameter.propose_value, name="organ_parameter_propose"
    ),
    path("accounts/", accounts.accounts, name="organ_accounts"),
    path("accounts/new/", accounts.new, name="organ_account_new"),
    path("accounts/<int:number>/close/", accounts.stop, name="organ_account_close"),
    path("accounts/<int:number>/reopen/", accounts.again, name="organ_account_reopen"),
    path("accounts/<int:number>/password/", accounts.password, name="organ_account_password"),
    path("rights/", rights.rights, name="organ_rights"),
    path("rights/<int:number>/grant/", rights.give, name="organ_rights_grant"),
    path("rights/<int:number>/end-sessions/", rights.end, name="organ_rights_end"),
    path("rights/<int:number>/unlock/", rights.release, name="organ_rights_unlock"),
    path("rights/<int:number>/code/", rights.code, name="organ_rights_code"),
    path("rights/<int:number>/second-factor/", rights.second_factor, name="organ_rights_second_factor"),
    path("audit/", audit.journal, name="organ_audit"),
    path("audit/<int:seq>/", audit.entry, name="organ_audit_entry"),
    path("audit/check/", audit.check, name="organ_audit_check"),
    path("audit/export/", audit.hand_out, name="organ_audit_export"),
]
