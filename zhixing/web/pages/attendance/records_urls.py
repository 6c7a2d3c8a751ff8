"""The addresses of months, settlement, pay and the year's tiers; each name has its row in `web/access.py`."""

from django.urls import path

from zhixing.web.pages.attendance import month_page, months, pay, settlement, tiers

urlpatterns = [
    path("months/", months.months, name="months"),
    path("months/<int:number>/", month_page.month, name="month"),
    path("months/<int:number>/print/", month_page.month_print, name="month_print"),
    path("months/<int:number>/export/", month_page.month_export, name="month_export"),
    path("months/<int:number>/settlement/", settlement.settlement, name="settlement"),
    path("months/<int:number>/settlement/export/", settlement.settlement_export, name="settlement_export"),
    path("pay/", pay.pay, name="pay"),
    path("tiers/", tiers.tiers, name="tiers"),
    path("tiers/export/", tiers.tiers_export, name="tiers_export"),
]
